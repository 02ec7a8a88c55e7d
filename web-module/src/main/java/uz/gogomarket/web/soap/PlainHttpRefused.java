package uz.gogomarket.web.soap;

import uz.gogomarket.platform.Problem;
import uz.gogomarket.platform.ProblemException;

/** A secret would have travelled where others can read it. */
class PlainHttpRefused extends ProblemException {

  private static final long serialVersionUID = 1L;

  PlainHttpRefused() {
    super(Problem.ACCESS_DENIED, "https_required", "Use https; revoke the key that you just sent.");
  }
}
