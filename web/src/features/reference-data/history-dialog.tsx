import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
	listCommuneVersions,
	listCraftVersions,
	listLevelRuleVersions,
	listWilayaVersions,
} from "@/api/gen/sdk.gen.ts";
import type { Flag, Text } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import css from "./reference-data.module.css";

export type Versioned = "wilaya" | "commune" | "domain" | "sector" | "rule";

async function versionsOf(kind: Versioned, code: string, signal: AbortSignal) {
	const common = { signal, throwOnError: true } as const;
	if (kind === "wilaya")
		return (await listWilayaVersions({ path: { code }, ...common })).data.items;
	if (kind === "commune") {
		return (await listCommuneVersions({ path: { code }, ...common })).data.items;
	}
	if (kind === "rule") {
		const [legal_regime = "", level = ""] = code.split("/");
		return (await listLevelRuleVersions({ path: { legal_regime, level }, ...common })).data.items;
	}
	return (await listCraftVersions({ path: { kind: `craft-${kind}s`, code }, ...common })).data
		.items;
}

/** What a row of any kind may have said; each kind has some of it. */
interface Said {
	name?: Text;
	name_ar_official?: string;
	aliases?: string[];
	border?: Flag;
	isolated?: Flag;
	founders?: number;
	communes?: number;
	wilayas?: number;
}

const FLAGS = ["border", "isolated"] as const;
const LEAST = ["founders", "communes", "wilayas"] as const;

function State({ kind, said }: { kind: Versioned; said: Said }) {
	const { t } = useTranslation("reference-data");
	const { number } = useFormat();
	const { name, aliases } = said;
	return (
		<>
			{name && (
				<p>
					{[name.ar, name.fr, name.en].filter(Boolean).map((one, index) => (
						<span key={one}>
							{index > 0 && " · "}
							<bdi>{one}</bdi>
						</span>
					))}
				</p>
			)}
			{said.name_ar_official && (
				<p>{t("labelled", { label: t("official"), value: said.name_ar_official })}</p>
			)}
			{aliases && aliases.length > 0 && (
				<p>{t("labelled", { label: t("aliases"), value: aliases.join(t("listSeparator")) })}</p>
			)}
			{FLAGS.map((flag) => {
				const now = said[flag];
				if (!now) return null;
				const word = now.value == null ? "unset" : now.value ? "yes" : "no";
				return (
					<p key={flag}>
						{t("labelled", { label: t(flag), value: t(`flag.${word}`) })}
						{now.basis && (
							<>
								{" "}
								<bdi className="quiet">({now.basis})</bdi>
							</>
						)}
					</p>
				);
			})}
			{kind === "rule" &&
				LEAST.map((key) => (
					<p key={key}>
						{t("labelled", { label: t(`rules.${key}`), value: number(said[key] ?? 0) })}
					</p>
				))}
		</>
	);
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
				{versions.data?.map((version) => (
					<li key={version.version}>
						<b>{t("version", { version: version.version })}</b>
						<time dateTime={version.at} className="quiet">
							{dateTime(version.at)}
						</time>
						<State kind={kind} said={version.document as Said} />
						<p className="quiet">{t("sourceIs", { source: version.source })}</p>
					</li>
				))}
			</ol>
		</Dialog>
	);
}
