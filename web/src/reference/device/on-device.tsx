import { useTranslation } from "react-i18next";
import { Card, Facts, PageHead } from "@/ui/page.tsx";
import { Empty } from "@/ui/states.tsx";
import { useOpensOffline } from "./offline.ts";

interface Props {
	durable: boolean;
	/** Whose names are kept here, and until when. */
	names: string;
	/** How this device is called in the record. */
	device: string;
}

/** What this device keeps, and what can be relied on without a connection. */
export function OnDevice({ durable, names, device }: Props) {
	const { t } = useTranslation("device");
	const opens = useOpensOffline();
	return (
		<Card title={t("device.title")}>
			<p>{t(!durable ? "device.lost" : opens ? "device.opens" : "device.stays")}</p>
			{durable && <p className="quiet">{names}</p>}
			<Facts items={[{ label: t("device.name"), value: <bdi>{device}</bdi> }]} />
		</Card>
	);
}

/** The page opened without a connection on a device that keeps no list. */
export function NobodyHere({ title }: { title: string }) {
	const { t } = useTranslation("device");
	return (
		<>
			<PageHead title={title} />
			<Empty title={t("nobody.title")}>
				<p>{t("nobody.detail")}</p>
			</Empty>
		</>
	);
}
