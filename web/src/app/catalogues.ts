import type { Catalogue, CatalogueLoader } from "@/i18n/index.tsx";

const common = import.meta.glob<Catalogue>("../i18n/common.*.json", { import: "default" });
const reference = import.meta.glob<Catalogue>("../reference/*.{ar,fr,en}.json", {
	import: "default",
});
const documents = import.meta.glob<Catalogue>("../documents/messages.*.json", {
	import: "default",
});
const features = import.meta.glob<Catalogue>("../features/*/messages.*.json", {
	import: "default",
});

/** One small file for each part of the interface and each language, fetched with the page. */
export const loadCatalogue: CatalogueLoader = async (locale, namespace) => {
	const load =
		namespace === "common"
			? common[`../i18n/common.${locale}.json`]
			: namespace === "operations" || namespace === "decision" || namespace === "grades"
				? reference[`../reference/${namespace}.${locale}.json`]
				: namespace === "documents"
					? documents[`../documents/messages.${locale}.json`]
					: features[`../features/${namespace}/messages.${locale}.json`];
	if (!load) throw new Error(`no catalogue ${namespace} in ${locale}`);
	return load();
};
