"""Training the artefacts and measuring them; needs the extra `train`."""
