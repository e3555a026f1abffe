/** Who may read is decided per case and compartment; each has keys of its own. */
export const compartments = ['casework', 'counselling', 'health', 'legal'] as const
export type Compartment = (typeof compartments)[number]
