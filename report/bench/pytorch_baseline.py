"""The yardstick of the speed table: Attention-56 or -92 (layout figure1) as one would write it plainly in PyTorch.

    python pytorch_baseline.py [MODULES_PER_STAGE]     # needs torch; prints one JSON object

Forward, backward and SGD step on random images, without augmentation, float32, batches of 64.
"""
import json, os, statistics, sys, time
from pathlib import Path
import torch, torch.nn as nn, torch.nn.functional as F


class Unit(nn.Module):
    def __init__(self, i, o, stride=1):
        super().__init__()
        m = o // 4
        self.bn1, self.conv1 = nn.BatchNorm2d(i), nn.Conv2d(i, m, 1, bias=False)
        self.bn2, self.conv2 = nn.BatchNorm2d(m), nn.Conv2d(m, m, 3, stride, 1, bias=False)
        self.bn3, self.conv3 = nn.BatchNorm2d(m), nn.Conv2d(m, o, 1, bias=False)
        self.projection = nn.Conv2d(i, o, 1, stride, bias=False) if i != o or stride != 1 else None

    def forward(self, x):
        h = F.relu(self.bn1(x))
        shortcut = self.projection(h) if self.projection is not None else x
        h = self.conv2(F.relu(self.bn2(self.conv1(h))))
        return shortcut + self.conv3(F.relu(self.bn3(h)))


class Mask(nn.Module):
    def __init__(self, c, poolings):
        super().__init__()
        units = lambda n: nn.ModuleList(Unit(c, c) for _ in range(n))
        self.down, self.up, self.skip = units(poolings), units(poolings), units(poolings - 1)
        head = lambda: (nn.BatchNorm2d(c), nn.ReLU(), nn.Conv2d(c, c, 1, bias=False))
        self.out = nn.Sequential(*head(), *head(), nn.Sigmoid())

    def forward(self, x):
        kept, sizes = [], []
        for down in self.down:
            sizes.append(x.shape[2:])
            x = down(F.max_pool2d(x, 3, 2, ceil_mode=True))
            kept.append(x)
        for i, up in enumerate(self.up):
            if i: x = x + self.skip[-i](kept[-1 - i])
            x = F.interpolate(up(x), size=sizes[-1 - i], mode='bilinear', align_corners=True)
        return self.out(x)


class Attention(nn.Module):
    def __init__(self, c, poolings):
        super().__init__()
        self.pre, self.post = Unit(c, c), Unit(c, c)
        self.trunk, self.mask = nn.Sequential(Unit(c, c), Unit(c, c)), Mask(c, poolings)

    def forward(self, x):
        x = self.pre(x)
        return self.post((1 + self.mask(x)) * self.trunk(x))


def network(modules):
    layers, i = [nn.Conv2d(3, 16, 3, 1, 1, bias=False)], 16
    for stage, (c, poolings) in enumerate(((64, 3), (128, 2), (256, 1))):
        layers += [Unit(i, c, 2 if stage else 1), *(Attention(c, poolings) for _ in range(modules)), Unit(c, c)]
        i = c
    return nn.Sequential(*layers, nn.BatchNorm2d(i), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(i, 10))


def main():
    modules, cores, batch = int(sys.argv[1]) if len(sys.argv) > 1 else 1, os.cpu_count(), 64
    torch.set_num_threads(cores)
    net = network(modules)
    optimizer = torch.optim.SGD(net.parameters(), 0.1, momentum=0.9, nesterov=True, weight_decay=1e-4)
    x, y, times = torch.randn(batch, 3, 32, 32), torch.randint(0, 10, (batch,)), []
    for _ in range(25):
        start = time.perf_counter()
        optimizer.zero_grad()
        F.cross_entropy(net(x), y).backward()
        optimizer.step()
        times.append(time.perf_counter() - start)
    seconds = statistics.median(times[5:])
    cpu = next((l.split(':')[1].strip() for l in Path('/proc/cpuinfo').read_text().splitlines() if l.startswith('model name')), 'CPU')
    print(json.dumps(dict(model=f'attention{36 * modules + 20}', backend='plain PyTorch', version=torch.__version__, precision='float32', batch_size=batch,
                          images_per_second=batch / seconds, seconds_per_step=seconds, parameters=sum(p.numel() for p in net.parameters()),
                          device=f'{cpu}, {cores} cores')))


if __name__ == '__main__': main()
