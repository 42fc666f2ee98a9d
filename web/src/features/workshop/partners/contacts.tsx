import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Channel } from "@/api/gen/types.gen.ts";
import { logContact } from "@/api/gen/workshop-sdk.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Tag } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import css from "./partners.module.css";
import { contactsQuery } from "./queries.ts";

const CHANNELS = Object.values(Channel);

interface Props {
	id: string;
	partner: string;
}

function ContactDialog({ id, partner, onClose }: Props & { onClose: () => void }) {
	const { t } = useTranslation(["workshop", "common"]);
	const [on, setOn] = useState<string | null>(() => today());
	const [channel, setChannel] = useState<Channel>("meeting");
	const [person, setPerson] = useState("");
	const [summary, setSummary] = useState("");
	const [nextStep, setNextStep] = useState("");
	const [nextOn, setNextOn] = useState<string | null>(null);
	const [checked, setChecked] = useState(false);
	const saving = useSaving(
		id,
		() =>
			logContact({
				path: { id, partner_id: partner },
				body: {
					on: on ?? "",
					channel,
					with: person.trim() || null,
					summary: summary.trim(),
					next_step: nextStep.trim() || null,
					next_on: nextOn,
				},
				throwOnError: true,
			}),
		onClose,
	);
	const { action, save } = saving;
	const badNext = nextOn !== null && !isDate(nextOn);
	const submit = () => {
		setChecked(true);
		if (isDate(on) && !badNext) save();
	};
	const optional = t("common:state.optional");
	const wrongDate = t("common:field.date");
	return (
		<SavingDialog saving={saving} title={t("contact.add")} onSubmit={submit}>
			<DateField
				label={t("contact.on")}
				value={on}
				onChange={setOn}
				error={checked && !isDate(on) ? wrongDate : action.wrong["/on"]}
				isRequired
			/>
			<NativeSelect
				label={t("contact.how")}
				options={CHANNELS.map((one) => ({ id: one, label: t(`channel.${one}`) }))}
				value={channel}
				onChange={(one) => setChannel(CHANNELS.find((known) => known === one) ?? channel)}
			/>
			<TextField
				label={t("contact.with")}
				note={optional}
				dir="auto"
				value={person}
				onChange={setPerson}
				error={action.wrong["/with"]}
			/>
			<TextField
				label={t("contact.summary")}
				dir="auto"
				multiline
				value={summary}
				onChange={setSummary}
				error={action.wrong["/summary"]}
				isRequired
			/>
			<TextField
				label={t("contact.nextStep")}
				note={optional}
				dir="auto"
				value={nextStep}
				onChange={setNextStep}
				error={action.wrong["/next_step"]}
			/>
			<DateField
				label={t("contact.nextOn")}
				note={optional}
				value={nextOn}
				onChange={setNextOn}
				error={checked && badNext ? wrongDate : action.wrong["/next_on"]}
			/>
		</SavingDialog>
	);
}

/** What was said with a partner, latest first, and what comes next. */
export function Contacts({ id, partner, editable }: Props & { editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const [adding, setAdding] = useState(false);
	const list = useQuery(contactsQuery(id, partner));
	return (
		<Card
			title={t("contact.title")}
			actions={
				editable && (
					<Button onPress={() => setAdding(true)}>
						<Plus size={16} />
						{t("contact.add")}
					</Button>
				)
			}
		>
			<Awaited list={list} none={<p className="quiet">{t("contact.none")}</p>} />
			<ol className={css.log}>
				{list.data?.map((one) => (
					<li key={one.id}>
						<p className={css.entry}>
							<b>
								<time dateTime={one.on}>{date(one.on)}</time>
							</b>
							<Tag>{t(`channel.${one.channel}`)}</Tag>
							{one.with && <span>{t("contact.withWhom", { name: one.with })}</span>}
						</p>
						<p dir="auto">{one.summary}</p>
						{(one.next_step || one.next_on) && (
							<p className={css.next}>
								<b>{t("contact.next")}</b> {one.next_step && <bdi>{one.next_step}</bdi>}{" "}
								{one.next_on && t("contact.before", { date: date(one.next_on) })}
							</p>
						)}
						{one.person_name && (
							<p className="quiet">{t("contact.by", { name: one.person_name })}</p>
						)}
					</li>
				))}
			</ol>
			{adding && <ContactDialog id={id} partner={partner} onClose={() => setAdding(false)} />}
		</Card>
	);
}
