import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem.ts";
import { Button } from "@/ui/button.tsx";
import { Check, Cross } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Hero, Narrow } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./check-page.module.css";

/** What was found, in words, with a mark of its own shape for good and for bad. */
export function Verdict(props: { valid: boolean; word: string; children?: ReactNode }) {
	const { valid, word, children } = props;
	const Mark = valid ? Check : Cross;
	return (
		<div className={css.verdict} data-valid={valid} role="status">
			<span className={css.mark}>
				<Mark size={24} />
			</span>
			<div>
				<p className={css.word}>{word}</p>
				{children && <p>{children}</p>}
			</div>
		</div>
	);
}

interface Asked<Found> {
	/** Names the register that is asked. */
	register: string;
	ask: (code: string, signal: AbortSignal) => Promise<Found>;
	/** What is said where nobody holds it. */
	unknown: (code: string) => { title: string; detail: string };
	/** What is said where nothing was found out: neither good nor bad. */
	unchecked: { title: string; detail: string };
	/** What the register says. */
	children: (found: Found) => ReactNode;
}

const keyOf = (register: string, code: string) => ["check", register, code];

function Answer<Found>(props: Asked<Found> & { code: string }) {
	const { register, code, ask, unknown, unchecked, children } = props;
	// What was answered before says nothing about now: it may have been taken back since.
	const found = useQuery({
		queryKey: keyOf(register, code),
		queryFn: ({ signal }) => ask(code, signal),
		gcTime: 0,
		staleTime: 0,
		networkMode: "always",
		refetchOnReconnect: true,
		retry: false,
	});
	if (found.isPending) return <Loading lines={2} />;
	if (isProblem(found.error) && found.error.status === 404) {
		const { title, detail } = unknown(code);
		return (
			<Notice tone="bad" title={title} alert>
				<p>{detail}</p>
			</Notice>
		);
	}
	if (found.isError) {
		return (
			<ProblemPanel
				title={unchecked.title}
				error={found.error}
				onRetry={() => void found.refetch()}
			>
				<p>{unchecked.detail}</p>
			</ProblemPanel>
		);
	}
	return <Card>{children(found.data)}</Card>;
}

interface Props<Found> extends Asked<Found> {
	title: string;
	lead: string;
	label: string;
	hint: string;
	/** What the button says. */
	check: string;
	/** The code in the address; empty while nothing was asked. */
	code: string;
	/** A code as it was typed, in the form it is asked for. */
	normal: (typed: string) => string;
	onAsk: (code: string) => void;
}

/** A public page on which anybody checks what is written on a document: the answer first, then the field to ask again. */
export function CheckPage<Found>(props: Props<Found>) {
	const { title, lead, label, hint, check, code, normal, onAsk, register, unknown } = props;
	const client = useQueryClient();
	const { t } = useTranslation("common");
	const form = useRef<HTMLFormElement>(null);
	const [text, setText] = useState(code);
	/** What was typed when nothing in it could be a code. */
	const [vain, setVain] = useState<string>();
	// The field follows the address: a link, or the way back, asks for another.
	const [shown, setShown] = useState(code);
	if (shown !== code) {
		setShown(code);
		setText(code);
	}
	const asked = normal(code);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const wanted = normal(text);
		setVain(wanted ? undefined : text.trim());
		if (!wanted) {
			form.current?.querySelector("input")?.focus();
			return;
		}
		if (wanted === asked) void client.resetQueries({ queryKey: keyOf(register, wanted) });
		else onAsk(wanted);
	};
	return (
		<>
			<Hero title={title} lead={lead} />
			<Narrow>
				{asked && <Answer key={asked} {...props} code={asked} />}
				<Card>
					<form ref={form} className={css.form} onSubmit={submit} noValidate>
						<TextField
							label={label}
							hint={hint}
							dir="ltr"
							autoComplete="off"
							value={text}
							onChange={setText}
							error={
								vain === undefined ? undefined : vain ? unknown(vain).title : t("field.required")
							}
							isRequired
						/>
						<Button type="submit" variant="primary">
							{check}
						</Button>
					</form>
				</Card>
			</Narrow>
		</>
	);
}
