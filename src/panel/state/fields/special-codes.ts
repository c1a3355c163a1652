// Users' numbers of the codes that are not a person's. (MZ58)
export const GUARD = 95;
export const MASTER = 96;
export const TEMPORARY = 97;
export const DURESS = 98;
export const INSTALLER = 99;
