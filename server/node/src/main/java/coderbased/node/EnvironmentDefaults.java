package coderbased.node;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every setting is also an environment variable: {@code --link-check} is {@code CODERBASED_LINK_CHECK}. */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

    /** Begins the name of each variable. */
    static final String PREFIX = "CODERBASED_";

    @Override
    public @Nullable String defaultValue(ArgSpec setting) {
        boolean isSetting = setting instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp();
        return isSetting ? environment.get(nameOf((OptionSpec) setting)) : null;
    }

    private static String nameOf(OptionSpec option) {
        String bare = option.longestName().replaceFirst("^-+", "");
        return PREFIX + bare.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
