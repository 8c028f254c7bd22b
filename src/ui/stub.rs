//! TEMPORARY stand-in for Matrix::of.
use crate::matrix::*;
use crate::note::*;
use crate::vault::Vault;
fn ids(inl: &[Inline], out: &mut Vec<ClaimId>) {
    for i in inl {
        match i {
            Inline::Claim(id, c) => {
                out.push(*id);
                ids(c, out)
            }
            Inline::Styled(_, c) => ids(c, out),
            _ => {}
        }
    }
}
pub(super) fn matrix(vault: &Vault) -> Matrix {
    let mut m = Matrix { levels: vec![Level::New, Level::Senior], skills: vec![] };
    for note in vault.notes() {
        for (si, s) in note.sections.iter().enumerate() {
            let level = match s.title.as_str() {
                "Key Skills for Product Managers" => None,
                "Focus for New Product Managers" => Some(Level::New),
                "Focus for Senior Product Managers" => Some(Level::Senior),
                _ => continue,
            };
            for b in &s.blocks {
                if let Block::List(start, items) = b {
                    for (n, it) in items.iter().enumerate() {
                        let mut cs = vec![];
                        for b in &it.blocks {
                            if let Block::Paragraph(p) = b {
                                ids(p, &mut cs)
                            }
                        }
                        let Some(first) = cs.first().and_then(|c| note.claim(*c)) else { continue };
                        let name = first.text.split(':').next().unwrap_or("").trim().to_owned();
                        let id = SkillId(crate::text::slug(&name).into());
                        let stamps = cs
                            .iter()
                            .filter_map(|c| note.claim(*c))
                            .flat_map(|c| c.stamps.clone())
                            .collect();
                        let p = Placement {
                            note: note.id.clone(),
                            section: si,
                            as_written: name.clone(),
                            level,
                            rank: start.map(|_| n as u32 + 1),
                            claims: cs,
                            stamps,
                        };
                        match m.skills.iter_mut().find(|s| s.id == id) {
                            Some(s) => s.placements.push(p),
                            None => m.skills.push(Skill { id, name, placements: vec![p] }),
                        }
                    }
                }
            }
        }
    }
    m
}
