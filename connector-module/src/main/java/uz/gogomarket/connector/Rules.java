package uz.gogomarket.connector;

/** Which requests a port takes, as far as their heads tell. */
interface Rules {

  /**
   * @param local the address of ours that the request comes in at
   */
  void check(RequestHead head, String local) throws Refusal;

  /** Largest body, in bytes, in one piece or in chunks. */
  default long maxBody() {
    return RequestFraming.MAX_BODY;
  }
}
