package uz.gogomarket.platform;

import java.util.List;

/**
 * How far a consumer of events is.
 *
 * @param topics of which it hears; none where there is no such consumer any more
 * @param waiting messages that are on their way, or wait behind others
 * @param dead messages that were given up
 * @param lagSeconds age of the oldest of both; 0 where all has arrived
 */
public record ConsumerView(
    String name, List<String> topics, long waiting, long dead, long lagSeconds) {}
