/** What the engine's web applications need in front of them. */
@NullMarked
package uz.gogomarket.tasklist;

import org.jspecify.annotations.NullMarked;
