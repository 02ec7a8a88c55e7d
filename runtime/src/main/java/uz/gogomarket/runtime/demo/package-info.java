/** What a demo marketplace has to offer so that the runtime can load it. */
@NullMarked
package uz.gogomarket.runtime.demo;

import org.jspecify.annotations.NullMarked;
