import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { listCommuneVersions, listCraftVersions, listWilayaVersions } from "@/api/gen/sdk.gen.ts";
import type { Text } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import css from "./reference-data.module.css";

export type Versioned = "wilaya" | "commune" | "domain" | "sector";

async function versionsOf(kind: Versioned, code: string, signal: AbortSignal) {
	const common = { signal, throwOnError: true } as const;
	if (kind === "wilaya")
		return (await listWilayaVersions({ path: { code }, ...common })).data.items;
	if (kind === "commune") {
		return (await listCommuneVersions({ path: { code }, ...common })).data.items;
	}
	return (await listCraftVersions({ path: { kind: `craft-${kind}s`, code }, ...common })).data
		.items;
}

/** Every state a row has had, newest first, with the text it rested on. */
export function HistoryDialog(props: {
	kind: Versioned;
	code: string;
	name: string;
	onClose: () => void;
}) {
	const { t } = useTranslation("reference-data");
	const { dateTime } = useFormat();
	const { kind, code, name, onClose } = props;
	const versions = useQuery({
		queryKey: ["reference-data", "versions", kind, code],
		queryFn: ({ signal }) => versionsOf(kind, code, signal),
	});
	return (
		<Dialog title={t("historyOf", { name })} isOpen onClose={onClose} wide>
			<Awaited list={versions} />
			<ol className={css.versions}>
				{versions.data?.map((version) => {
					const names = (version.document as { name?: Text }).name;
					return (
						<li key={version.version}>
							<b>{t("version", { version: version.version })}</b>
							<time dateTime={version.at} className="quiet">
								{dateTime(version.at)}
							</time>
							{names && (
								<p>
									<bdi>{names.ar}</bdi> · <bdi>{names.fr}</bdi> · <bdi>{names.en}</bdi>
								</p>
							)}
							<p className="quiet">{t("sourceIs", { source: version.source })}</p>
						</li>
					);
				})}
			</ol>
		</Dialog>
	);
}
