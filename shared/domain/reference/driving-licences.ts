/** Classes of the Indonesian driving licence (SIM; UU 22/2009 art. 80), B as the two that the police issue. */
export const drivingLicences = ["A", "B1", "B2", "C", "D"] as const;
export type DrivingLicence = (typeof drivingLicences)[number];
