/** What stands around every answer, whoever gives it. */
@NullMarked
package uz.gogomarket.web.http;

import org.jspecify.annotations.NullMarked;
