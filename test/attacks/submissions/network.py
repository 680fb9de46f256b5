# verdict: accepted
# danger: network
import socket


def mean_filter(image, ksize):
    def connect():
        socket.create_connection(("127.0.0.1", int("{{port}}")), 1)


    def listen():
        server = socket.create_server(("127.0.0.1", 0))
        server.listen()


    def datagram():
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", int("{{port}}")))


    for attack in (connect, listen, datagram):
        try:
            attack()
        except OSError:
            continue
        reached("the network: %s" % attack.__name__)
    return right(image, ksize)
