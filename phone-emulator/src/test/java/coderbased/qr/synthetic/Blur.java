package coderbased.qr.synthetic;

/** The blur of a lens. */
final class Blur {

    private Blur() {}

    /** Returns a Gaussian blur, rows first, then columns; {@code sigma} in pixels. */
    static float[] gauss(float[] light, int width, int height, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[reach + 1];
        float sum = 0;
        for (int i = 0; i <= reach; i++) {
            kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i <= reach; i++) {
            kernel[i] /= sum;
        }
        float[] rows = new float[light.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = kernel[0] * light[y * width + x];
                for (int i = 1; i <= reach; i++) {
                    value += kernel[i]
                            * (light[y * width + Math.max(0, x - i)] + light[y * width + Math.min(width - 1, x + i)]);
                }
                rows[y * width + x] = value;
            }
        }
        float[] blurred = new float[light.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = kernel[0] * rows[y * width + x];
                for (int i = 1; i <= reach; i++) {
                    value += kernel[i]
                            * (rows[Math.max(0, y - i) * width + x] + rows[Math.min(height - 1, y + i) * width + x]);
                }
                blurred[y * width + x] = value;
            }
        }
        return blurred;
    }
}
