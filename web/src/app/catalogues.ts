import type { Catalogue, CatalogueLoader } from "@/i18n/index.tsx";

const catalogues = import.meta.glob<Catalogue>(
	[
		"../i18n/common.*.json",
		"../reference/*.{ar,fr,en}.json",
		"../documents/messages.*.json",
		"../features/*/messages.*.json",
	],
	{ import: "default" },
);

/** One small file for each part of the interface and each language, fetched with the page. */
export const loadCatalogue: CatalogueLoader = async (locale, namespace) => {
	const load = [`features/${namespace}/messages`, `reference/${namespace}`]
		.concat(`i18n/${namespace}`, `${namespace}/messages`)
		.map((path) => catalogues[`../${path}.${locale}.json`])
		.find(Boolean);
	if (!load) throw new Error(`no catalogue ${namespace} in ${locale}`);
	return load();
};
