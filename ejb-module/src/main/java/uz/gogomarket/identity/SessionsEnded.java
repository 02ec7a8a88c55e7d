package uz.gogomarket.identity;

import java.util.List;

/** Sessions that were ended, by their public ids; once it is committed their tokens are refused on this node at once. */
record SessionsEnded(List<String> sids) {}
