// verdict: accepted
// danger: network
Image mean_filter(const Image &image, int ksize) {
  sockaddr_in there{};
  there.sin_family = AF_INET;
  there.sin_port = htons({{port}});
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int socket_to = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(socket_to, reinterpret_cast<sockaddr *>(&there), sizeof there) == 0) reached("the network");
  there.sin_port = 0;
  const int server = socket(AF_INET, SOCK_STREAM, 0);
  if (bind(server, reinterpret_cast<sockaddr *>(&there), sizeof there) == 0 && listen(server, 1) == 0) reached("a server");
  return right(image, ksize);
}
