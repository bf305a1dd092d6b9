__version__ = "0.1.0"

from .backend import set_defaults

set_defaults()  # before Keras is imported, whichever module comes first
