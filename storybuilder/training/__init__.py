"""Training: from the labelled corpus to the model files in assets/models.

    python -m storybuilder.training

rebuilds them, the same to the byte on the same machine, and prints cross-validated figures. It
needs a checkout (the corpus is not in the wheel) and the development libraries.
"""
