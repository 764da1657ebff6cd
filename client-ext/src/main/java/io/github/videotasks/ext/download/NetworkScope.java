package io.github.videotasks.ext.download;

/**
 * Where a download may go besides public addresses over https.
 *
 * @param privateNetworks also into private networks and to this machine
 * @param plainHttp also over http beyond this machine
 * @param proxy through the proxy that the client has
 */
record NetworkScope(boolean privateNetworks, boolean plainHttp, boolean proxy) {

  static final NetworkScope PUBLIC = new NetworkScope(false, false, false);
}
