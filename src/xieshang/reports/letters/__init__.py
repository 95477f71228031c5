"""Official letters and the proposal form, as docx by GB/T 9704-2012 and as PDF from the same."""

from .form import CoSigner, ProposalForm, proposal_form
from .letter import Letter, Paragraph, paragraphs_of
from .printing import pdf_of
from .titles import title_of
from .writing import docx_of

__all__ = [
    "CoSigner",
    "Letter",
    "Paragraph",
    "ProposalForm",
    "docx_of",
    "paragraphs_of",
    "pdf_of",
    "proposal_form",
    "title_of",
]
