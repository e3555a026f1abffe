/**
 * One sound of a name, with the other sounds that the same spelling may stand for, the likeliest first; '' is silence.
 * Consonants are small letters of the classes that spellings keep apart; vowels are A (a), E (e), I (i, y),
 * O (o, u) and U (the a that Bengali and Hindi do not write).
 */
export type Sound = readonly string[]
