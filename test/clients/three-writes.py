"""Sends one SMS over a TCP modem the short way: three writes without waiting
for an answer, one read, close.

three-writes.py PORT NUMBER TEXT
"""

import socket
import sys

_, port, number, text = sys.argv
with socket.create_connection(("127.0.0.1", int(port))) as modem:
    for part in ("AT+CMGF=1\r", f"AT+CMGS={number}\r", f"{text}\x1a"):
        modem.sendall(part.encode("latin_1"))
    print(modem.recv(1024).decode("latin_1"))
