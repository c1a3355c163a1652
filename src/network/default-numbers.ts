/** The phone that texts, unless another is named. */
export const DEFAULT_PHONE = "+15550101";
/** The panel's own number, unless another is named. */
export const DEFAULT_NUMBER = "+15550100";
