/**
 * The smallest number of people that a cell may show: k = 11 for everybody, as in the Counter-Trafficking Data
 * Collaborative, k = 5 for a donor under an agreement. Cells of 1 to k - 1 people are suppressed.
 */
export const disclosureThreshold = { public: 11, donor: 5 } as const
