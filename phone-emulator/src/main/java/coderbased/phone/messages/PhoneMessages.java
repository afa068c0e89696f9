package coderbased.phone.messages;

import coderbased.i18n.Messages;

/** Holder of this module's sentences. */
public final class PhoneMessages {

    public static final Messages MESSAGES = Messages.of(PhoneMessages.class);

    private PhoneMessages() {}
}
