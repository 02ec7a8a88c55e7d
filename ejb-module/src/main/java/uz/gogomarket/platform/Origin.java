package uz.gogomarket.platform;

/**
 * Where a request comes from.
 *
 * @param address the client's, not that of a trusted proxy before us
 * @param secure whether the client spoke TLS, to us or to a trusted proxy
 * @param local whether it comes from this machine, and nothing says that a proxy here handed it on
 */
public record Origin(String address, boolean secure, boolean local) {}
