"""Faults below the socket's interface: real sockets, real TLS, and a peer that breaks at the byte it is told to."""
