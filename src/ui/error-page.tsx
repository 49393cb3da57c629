import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Main } from './frame.tsx';
import { Mark } from './mark.tsx';
import { Plane, type PrintName } from './product-print.tsx';

interface Look {
  print: PrintName;
  title: string;
  say: string;
}

const OTHER: Look = {
  print: 'jar',
  title: 'Trang này đang trục trặc',
  say: 'Lỗi đã được ghi lại. Chữ bạn đã lưu vẫn an toàn. Thử lại sau ít phút.',
};
const LOOKS: Readonly<Record<number, Look>> = {
  403: {
    print: 'gate',
    title: 'Tài khoản này không vào được đây',
    say: 'Việc này thuộc vai trò khác. Hỏi người quản trị nếu bạn cần.',
  },
  404: {
    print: 'basket',
    title: 'Không tìm thấy trang này',
    say: 'Địa chỉ có thể gõ sai, hoặc nội dung không còn ở đây.',
  },
  429: { print: 'tea', title: 'Xin chờ một chút', say: 'Bạn vừa gửi quá nhiều lần. Chờ ít phút rồi thử lại.' },
  500: OTHER,
  503: {
    print: 'rice',
    title: 'Hệ thống đang bận, xin chờ một phút',
    say: 'Bản nháp của bạn vẫn an toàn. Thử mở lại sau ít phút.',
  },
};

/** The same for readers of the English twins. */
const LOOKS_EN: Readonly<Record<number, Pick<Look, 'title' | 'say'>>> = {
  404: { title: 'This page was not found', say: 'The address may be mistyped, or the page is no longer here.' },
  429: { title: 'Please wait a little', say: 'Too much was sent in a short time. Wait a few minutes and try again.' },
  500: { title: 'This page has a problem', say: 'The error has been noted. Try again in a few minutes.' },
  503: { title: 'The system is busy, please wait a minute', say: 'Try again in a few minutes.' },
};

export interface ErrorPageProps {
  status: number;
  /** What to do; the usual sentence of this status if left out. */
  message?: ComponentChildren;
  title?: string | undefined;
  /** To tell the help desk. */
  errorId?: string | undefined;
  /** Where the main button leads. */
  back?: { href: string; words: string } | undefined;
  lang?: 'vi' | 'en' | undefined;
}

/** Indigo cloth with one paper card: what happened, what to do, the error id. */
export function ErrorPage({ status, message, title, errorId, back, lang = 'vi' }: ErrorPageProps) {
  const en = lang === 'en';
  const look = { ...(LOOKS[status] ?? OTHER), ...(en ? (LOOKS_EN[status] ?? LOOKS_EN[500]) : {}) };
  const again = status >= 500 || status === 429;
  return (
    <div data-density="public" class="clothpage dye weave">
      <Main>
        <Mark />
        <div class="card0 stack">
          <Plane print={look.print} color="turmeric" />
          <h1>{title ?? look.title}</h1>
          <p>{message ?? look.say}</p>
          <Button kind="main" href={back?.href ?? (again ? '' : en ? '/en' : '/')}>
            {back?.words ?? (again ? (en ? 'Open again' : 'Mở lại') : en ? 'Home' : 'Về trang chủ')}
          </Button>
          {errorId && (
            <p class="sm mut">
              {en
                ? `Error ${errorId}. Tell it when you ask for help.`
                : `Mã sự cố ${errorId}. Đọc mã này khi gọi hỗ trợ.`}
            </p>
          )}
        </div>
      </Main>
    </div>
  );
}
