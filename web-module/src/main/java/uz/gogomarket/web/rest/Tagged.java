package uz.gogomarket.web.rest;

import java.util.OptionalInt;

/** An answer that has a version in some cases only. */
public interface Tagged {

  OptionalInt tag();
}
