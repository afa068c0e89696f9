package coderbased.fx.messages;

import coderbased.i18n.Messages;

/** Holder of this module's sentences. */
public final class FxMessages {

    public static final Messages MESSAGES = Messages.of(FxMessages.class);

    private FxMessages() {}
}
