/**
 * A camera made of arithmetic: photographs of the product's own code, with every fault a real camera has, each in a
 * known amount. Tests and the scan bench share it. {@link coderbased.qr.synthetic.Shot} describes one photograph.
 */
@NullMarked
package coderbased.qr.synthetic;

import org.jspecify.annotations.NullMarked;
