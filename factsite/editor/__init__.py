"""What the commands that help editors print; they are at the rim, and know the pipeline."""
