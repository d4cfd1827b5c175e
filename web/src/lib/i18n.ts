import { i18n } from '@lingui/core';

// English stands in the source; another language would load its catalogue here
i18n.load('en', {});
i18n.activate('en');

export { i18n };
