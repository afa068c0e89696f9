/** Not written yet. */
@org.jspecify.annotations.NullMarked
package coderbased.phone;
