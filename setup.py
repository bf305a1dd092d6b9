"Everything that describes the package is in settings.ini, where nbdev reads it too"

from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

ini = ConfigParser(delimiters=['='])
ini.read('settings.ini', encoding='utf-8')
cfg = ini['DEFAULT']

setup(
    name=cfg['lib_name'],
    version=cfg['version'],
    description=cfg['description'],
    keywords=cfg['keywords'],
    author=cfg['author'],
    author_email=cfg['author_email'],
    license='Apache-2.0',
    long_description=Path('README.md').read_text(encoding='utf-8'),
    long_description_content_type='text/markdown',
    packages=find_packages(include=['resattn_nb*']),
    package_data={'resattn_nb': ['weights/*']},
    python_requires=f">={cfg['min_python']},<3.13",
    install_requires=cfg['requirements'].split(),
    extras_require={
        extra: cfg[f'{extra}_requirements'].split()
        for extra in ('gpu', 'jax', 'report', 'tensorboard', 'export', 'explorer', 'docs', 'dev')
    },
    entry_points={
        'console_scripts': cfg['console_scripts'].split(),
        'nbdev': [f"{cfg['lib_name']}={cfg['lib_name']}._modidx:d"],
    },
)
