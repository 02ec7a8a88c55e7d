package uz.gogomarket.identity;

import java.util.List;

/**
 * Sessions that were ended; once that is committed their tokens are refused on this node at once.
 *
 * @param sids their public ids, as tokens carry them
 * @param suspended whether the account was suspended, so that its owner hears why
 */
record SessionsEnded(List<String> sids, boolean suspended) {}
