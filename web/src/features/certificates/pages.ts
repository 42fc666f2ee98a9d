/** Pages behind sign-in; the one to check a certificate is public and stands alone. */
export const pages = {
	cohort: async () => (await import("./certificates-page.tsx")).CertificatesPage,
} as const;
