"""The roundtable: a running order of scenes over one frozen snapshot, its show and its minutes."""
