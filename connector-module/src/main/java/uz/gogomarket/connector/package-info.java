/**
 * Stands in the server before its own HTTP parser: reads each request strictly, refuses what two
 * readers could understand differently, and lets nobody hold a thread or the memory who only sends
 * slowly or does not read. Plain Java and Grizzly; nothing here knows the application.
 */
@NullMarked
package uz.gogomarket.connector;

import org.jspecify.annotations.NullMarked;
