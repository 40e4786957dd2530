def every(world, count, sequence):
    raise SystemExit
