"The Residual Attention Network (Wang et al., CVPR 2017) on CIFAR, in Keras 3"

__version__ = "0.1.0"

from importlib import import_module

from .backend import set_defaults

set_defaults()  # before Keras is imported, whichever module comes first

_WHERE = {  # the front door: what is imported from where, when somebody asks for it
    'Attention56': 'models', 'Attention92': 'models', 'Attention128': 'models',
    'Attention164': 'models', 'Attention236': 'models', 'Attention452': 'models',
    'build_model': 'models', 'load_model': 'models',
    'UserError': 'files', 'make_config': 'config',
    'load_data': 'data', 'fit': 'training',
    'mask_maps': 'introspection', 'overlay_figure': 'figures',
}
__all__ = [*_WHERE]


def __getattr__(name):
    "Import a name of the front door from its module"
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f'.{_WHERE[name]}', __name__), name)
    globals()[name] = value
    return value


def __dir__():
    return sorted([*globals(), *_WHERE])
