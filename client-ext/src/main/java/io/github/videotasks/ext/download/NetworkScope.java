package io.github.videotasks.ext.download;

/**
 * Hosts and protocols that a download may use in addition to https at public IP addresses.
 *
 * @param privateNetworks true to allow private networks and this machine
 * @param plainHttp true to allow http beyond this machine
 * @param proxy true to use the proxy of the client
 */
record NetworkScope(boolean privateNetworks, boolean plainHttp, boolean proxy) {

  static final NetworkScope PUBLIC = new NetworkScope(false, false, false);
}
